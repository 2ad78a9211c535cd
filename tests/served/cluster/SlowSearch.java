import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.opensearch.common.settings.Settings;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.ScriptPlugin;
import org.opensearch.script.FilterScript;
import org.opensearch.script.ScriptContext;
import org.opensearch.script.ScriptEngine;

/** A script "sleep" that takes as many milliseconds for each article as it says: a slow node, for tests. */
public final class SlowSearch extends Plugin implements ScriptPlugin {
    @Override
    public ScriptEngine getScriptEngine(Settings settings, Collection<ScriptContext<?>> contexts) {
        return new ScriptEngine() {
            @Override
            public String getType() {
                return "sleep";
            }

            @Override
            public Set<ScriptContext<?>> getSupportedContexts() {
                return Set.of(FilterScript.CONTEXT);
            }

            @Override
            public <T> T compile(String name, String code, ScriptContext<T> context, Map<String, String> options) {
                long milliseconds = Long.parseLong(code);
                FilterScript.Factory factory = (params, lookup) -> leaf -> new FilterScript(params, lookup, leaf) {
                    @Override
                    public boolean execute() {
                        try {
                            Thread.sleep(milliseconds);
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        return true;
                    }
                };
                return context.factoryClazz.cast(factory);
            }
        };
    }
}
