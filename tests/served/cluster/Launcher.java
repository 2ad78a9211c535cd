import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One node of a test cluster on loopback: Launcher NAME HOME HTTP_PORT OWN_TRANSPORT_PORT OTHER_TRANSPORT_PORT ROLES.
 *
 * <p>Only the node n1 may become the cluster's manager, so that it is known what the death of each of the two means.
 */
final class Launcher extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS =
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, PainlessPlugin.class, SlowSearch.class);

    private Launcher(Environment environment) {
        super(environment, PLUGINS, true);
    }

    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {
        // The ids would be written to the pattern of a log that is not used here.
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Path home = Path.of(arguments[1]);
        Files.createDirectories(home);
        Settings settings = Settings.builder()
                .put("cluster.name", "mali-tui-tests")
                .put("node.name", name)
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("path.logs", home.resolve("logs").toString())
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[2])
                .put("transport.port", arguments[3])
                .putList("discovery.seed_hosts", "127.0.0.1:" + arguments[3], "127.0.0.1:" + arguments[4])
                .putList("cluster.initial_cluster_manager_nodes", "n1")
                .putList("node.roles", arguments[5].split(","))
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Node node = new Launcher(
                InternalSettingsPreparer.prepareEnvironment(settings, Collections.emptyMap(), null, () -> name));
        CountDownLatch over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
                node.awaitClose(10, TimeUnit.SECONDS);
            } catch (Exception gone) {
                // The process ends in any case.
            }
            over.countDown();
        }));
        node.start();
        over.await();
    }
}
