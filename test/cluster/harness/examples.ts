import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../harness/equipment";
import { giveScripts } from "./images";

/** The project's own example apps. */
export const EXAMPLES = readdirSync(join(ROOT, "examples")).sort();

/** Runs a program that ends when it is told to, which as the first of its container it would not. */
const until = (command: string) => `trap 'kill $!; exit 0' TERM\n${command} &\nwait $!\n`;
const listen = (port: number) => until(`httpd -f -p ${port} -h /etc`);
const asks = (address: string) => `wget -q -O /dev/null http://${address}/`;

/**
 * What stands in for the images of the examples, which cannot be pulled here: programs of the same names, so that
 * commands and health checks are the examples' own. The first one is what the image runs.
 */
const IMAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "docker.io/nginxinc/nginx-unprivileged:1.29-alpine": { nginx: listen(8080) },
  "docker.io/library/postgres:17.6-alpine": {
    postgres: `set -eu\nmkdir -p "$PGDATA"\ntest -s "$POSTGRES_PASSWORD_FILE"\n${listen(5432)}`,
    pg_isready: asks("127.0.0.1:5432"),
  },
  "towpath.test/shop:1": {
    node: `case $1 in
web.js) ${listen(8080)};;
worker.js) ${until("sleep 100000")};;
migrate.js) ${asks("$PGHOST:5432")} && test -s "$PGPASSWORD_FILE" ;;
healthy.js) ${asks("127.0.0.1:8080")} ;;
at-work.js) true ;;
*) exit 64 ;;
esac
`,
  },
};

/** Gives the cluster images that stand in for those of the examples. */
export function giveExampleImages(): void {
  for (const [name, programs] of Object.entries(IMAGES)) giveScripts(name, programs);
}
