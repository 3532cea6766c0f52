import { imageName } from "./image-name";

/** What is known of a public image without pulling it. */
export interface WellKnownImage {
  /** The user that its program runs as; absent: it must start as root. */
  readonly uid?: number;
  /** Names that `user:` may use with this image. */
  readonly users: Readonly<Record<string, number>>;
  /** Ports that it listens on, so that its Service has them even when the file names none. */
  readonly ports: readonly number[];
  /** Folders that it writes to. With these as scratch its root file system may be read-only; absent: not known. */
  readonly scratch?: readonly string[];
}

interface Row extends Omit<WellKnownImage, "users"> {
  /** The user's name in the image. */
  readonly user?: string;
  /** Differs in tags that contain `alpine`. */
  readonly alpineUid?: number;
}

/** By repository without registry, from each image's Dockerfile. */
const ROWS: Readonly<Record<string, Row>> = {
  postgres: {
    user: "postgres",
    uid: 999,
    alpineUid: 70,
    ports: [5432],
    scratch: ["/tmp", "/var/lib/postgresql", "/var/run/postgresql"],
  },
  "postgis/postgis": { user: "postgres", uid: 999, alpineUid: 70, ports: [5432] },
  mysql: {
    user: "mysql",
    uid: 999,
    ports: [3306, 33060],
    scratch: ["/tmp", "/var/lib/mysql", "/var/lib/mysql-files", "/var/run/mysqld"],
  },
  mariadb: { user: "mysql", uid: 999, ports: [3306], scratch: ["/run/mysqld", "/tmp", "/var/lib/mysql"] },
  mongo: { user: "mongodb", uid: 999, ports: [27017], scratch: ["/data/configdb", "/data/db", "/tmp"] },
  redis: { user: "redis", uid: 999, ports: [6379], scratch: ["/data", "/tmp"] },
  "valkey/valkey": { user: "valkey", uid: 999, ports: [6379], scratch: ["/data", "/tmp"] },
  memcached: { user: "memcache", uid: 11211, ports: [11211], scratch: ["/tmp"] },
  rabbitmq: { user: "rabbitmq", uid: 999, alpineUid: 100, ports: [5672, 15672] },
  elasticsearch: { user: "elasticsearch", uid: 1000, ports: [9200, 9300] },
  logstash: { user: "logstash", uid: 1000, ports: [5044, 9600] },
  kibana: { user: "kibana", uid: 1000, ports: [5601] },
  "prom/prometheus": { user: "nobody", uid: 65534, ports: [9090], scratch: ["/prometheus", "/tmp"] },
  "grafana/grafana": { user: "grafana", uid: 472, ports: [3000], scratch: ["/tmp", "/var/lib/grafana"] },
  "dpage/pgadmin4": { user: "pgadmin", uid: 5050, ports: [80] },
  "jenkins/jenkins": { user: "jenkins", uid: 1000, ports: [8080, 50000] },
  "nginxinc/nginx-unprivileged": { user: "nginx", uid: 101, ports: [8080] },
  "mssql/server": { user: "mssql", uid: 10_001, ports: [1433] },
  "azure-sql-edge": { user: "mssql", uid: 10_001, ports: [1433] },
  nginx: { ports: [80] },
  httpd: { ports: [80] },
};

/** Looks an image up; undefined for built and for unknown images. */
export function wellKnownImage(image: string | undefined): WellKnownImage | undefined {
  if (image === undefined) return undefined;
  const { repository, tag } = imageName(image);
  if (!Object.hasOwn(ROWS, repository)) return undefined;
  const row = ROWS[repository];
  if (row === undefined) return undefined;
  const uid = tag.includes("alpine") ? (row.alpineUid ?? row.uid) : row.uid;
  return {
    ...(uid !== undefined && { uid }),
    users: row.user !== undefined && uid !== undefined ? { [row.user]: uid } : {},
    ports: row.ports,
    ...(row.scratch && { scratch: row.scratch }),
  };
}
