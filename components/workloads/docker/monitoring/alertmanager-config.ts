import type { Receiver } from "./monitoring-request";

/** Where Alertmanager finds the receiver's secret. */
export const RECEIVER_SECRET = "/run/secrets/receiver";

/** `alertmanager.yaml`: everything goes to one receiver, again after half a day. */
export function alertmanagerConfig(receiver: Receiver | undefined): unknown {
  return {
    route: {
      receiver: "team",
      group_by: ["alertname"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "12h",
    },
    inhibit_rules: [
      {
        source_matchers: ['severity = "critical"'],
        target_matchers: ['severity = "warning"'],
        equal: ["mountpoint", "container"],
      },
    ],
    receivers: [{ name: "team", ...(receiver && integration(receiver)) }],
  };
}

function integration(receiver: Receiver): Readonly<Record<string, unknown>> {
  switch (receiver.kind) {
    case "webhook":
      return { webhook_configs: [{ url_file: RECEIVER_SECRET, send_resolved: true }] };
    case "slack":
      return {
        slack_configs: [{ api_url_file: RECEIVER_SECRET, channel: receiver.channel, send_resolved: true }],
      };
    case "email": {
      const { to, from, server, username } = receiver;
      const login = { auth_username: username, auth_password_file: RECEIVER_SECRET };
      return {
        email_configs: [{ to, from, smarthost: server, ...login, require_tls: true, send_resolved: true }],
      };
    }
    default:
      return receiver satisfies never;
  }
}
