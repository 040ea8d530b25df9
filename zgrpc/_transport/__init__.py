"""How bytes reach ZITADEL: addresses, TLS, proxies, connections and pools of them."""
