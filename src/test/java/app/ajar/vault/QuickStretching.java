package app.ajar.vault;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Key words cost a program under test a thousandth of what they cost a reader: hundreds of notebooks are started there.
 * At the real cost they are tested in {@link KeyStretcherTests} and in the programs that tests start as a reader would.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickStretching {

    @Bean
    @Primary
    KeyStretcher quickStretcher() {
        return quick();
    }

    public static KeyStretcher quick() {
        return new KeyStretcher(64, 1);
    }
}
