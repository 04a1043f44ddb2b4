package app.ajar.notebook;

import app.ajar.vault.KeyStretcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the notebook takes from the vault, which knows nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    KeyStretcher keyStretcher() {
        return new KeyStretcher();
    }
}
