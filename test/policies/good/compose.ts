import { make } from "./make";

export const COMPOSE = [
  make("towpath:workloads:DockerApp", "app", {
    compose: {
      services: {
        web: {
          image: "${TOWPATH_IMAGE_WEB}",
          user: "10001:10001",
          read_only: true,
          cap_drop: ["ALL"],
          cap_add: ["NET_BIND_SERVICE"],
          security_opt: ["no-new-privileges:true"],
          mem_limit: "256m",
          cpus: 0.5,
          pids_limit: 200,
          restart: "unless-stopped",
          healthcheck: { test: ["CMD", "true"] },
          logging: { driver: "json-file", options: { "max-size": "10m", "max-file": "3" } },
          ports: ["127.0.0.1:8080:80", { target: 443, published: "443" }],
          volumes: [
            { type: "bind", source: "/srv/towpath/volumes/data", target: "/data" },
            "/etc/localtime:/etc/localtime:ro",
            { type: "volume", source: "uploads", target: "/uploads" },
          ],
          environment: { MODE: "live", API_TOKEN: "${API_TOKEN}" },
        },
      },
    },
  }),
];
