package app.ajar.vault;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Key words cost a program under test a thousandth of what they cost a reader: hundreds of notebooks are started there.
 * {@link KeyStretcherTests} pins the keys at the real cost, and no code outside this package can ask for another.
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
