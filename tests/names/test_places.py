from tui.names.places import in_other_languages, names_of_places, places


def test_places_are_known_by_the_names_of_three_languages():
    assert {"Germany", "Allemagne", "ألمانيا"} <= names_of_places()
    assert {"germany", "allemagne", "nairobi", "middle east"} <= places()


def test_one_name_stands_for_those_of_other_languages():
    one = in_other_languages()
    assert one["allemagne"] == one["germany"] == "germany"
    assert one["onu"] == one["un"] == one["nations unies"]
