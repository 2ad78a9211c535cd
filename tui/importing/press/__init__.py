"""Downloads of press databases: several articles in one file, each with the labels of its database.

One detector of seams (`seams`) serves every kind of file. A database is one module with its form: how its articles are
parted, and its labels in the languages of its interface, with a word on where that is described. A new database is a
new module and a line in the table of `detector`.
"""
