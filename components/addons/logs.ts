/** Where Loki answers: its Service, which is named like its release. */
export const LOGS = { namespace: "loki", service: "loki", port: 3100 } as const;

export const LOGS_URL = `http://${LOGS.service}.${LOGS.namespace}.svc:${LOGS.port}`;

/** Namespace of Alloy, which brings the logs. */
export const LOG_COLLECTOR_NAMESPACE = "alloy";
