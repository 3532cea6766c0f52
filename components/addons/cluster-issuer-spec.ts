const LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory";

/**
 * The `spec` of the ClusterIssuer. The solver names no Gateway: cert-manager answers each challenge on the Gateway
 * that asked for the certificate.
 */
export function clusterIssuerSpec(email: string) {
  return {
    acme: {
      server: LETS_ENCRYPT,
      email,
      privateKeySecretRef: { name: "letsencrypt-account" },
      solvers: [{ http01: { gatewayHTTPRoute: {} } }],
    },
  };
}
