// A Node language host for the engine. The one that ships with Pulumi is a Go program that cannot be built
// from the module proxy; this does what `preview`, `up`, `refresh` and `destroy` ask of it: start the SDK's
// own runner (@pulumi/pulumi/cmd/run), which loads the project as Pulumi does, TypeScript and all, and likewise
// the runner of policy packs.
//   usage: language-host.cjs ENGINE_ADDRESS     prints its port, serves until the engine goes away
const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const path = require("node:path");

const need = createRequire(path.join(process.cwd(), "from-the-project.js"));
const sdk = createRequire(need.resolve("@pulumi/pulumi"));
const grpc = sdk("@grpc/grpc-js");
const { LanguageRuntimeService } = sdk("@pulumi/pulumi/proto/language_grpc_pb");
const language = sdk("@pulumi/pulumi/proto/language_pb");
const plugin = sdk("@pulumi/pulumi/proto/plugin_pb");

/** The exit code with which the runner says that the user was told already (cmd/run/index.js). */
const TOLD = 32;
const engine = process.argv.filter(word => /^[^-].*:\d+$/.test(word)).at(-1) ?? "";

const runnerFlags = request => ({
  monitor: request.getMonitorAddress(),
  engine,
  organization: request.getOrganization(),
  project: request.getProject(),
  "root-directory": request.getInfo().getRootDirectory(),
  stack: request.getStack(),
  pwd: request.getPwd(),
  parallel: request.getParallel(),
});

const entriesOf = map => Object.fromEntries(map.toObject(false));

function runnerEnvironment(request) {
  const options = request.getInfo().getOptions()?.toJavaScript() ?? {};
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(entriesOf(request.getConfigMap())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true),
    ...(options.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig } : {}),
  };
}

function run({ request }, answer) {
  const flags = Object.entries(runnerFlags(request)).map(([flag, value]) => `--${flag}=${value}`);
  if (request.getDryrun()) flags.push("--dry-run");
  const runner = sdk.resolve("@pulumi/pulumi/cmd/run");
  // Its output goes to stderr: the engine shows it, and stdout is for the port.
  const child = spawn(process.execPath, [runner, ...flags, request.getInfo().getEntryPoint()], {
    env: runnerEnvironment(request),
    stdio: ["ignore", 2, 2],
  });
  child.on("error", answer);
  child.on("close", (code, signal) => {
    const response = new language.RunResponse();
    if (code === TOLD) response.setBail(true);
    else if (code !== 0) response.setError(`the program ended with ${signal ?? `exit code ${code}`}`);
    answer(null, response);
  });
}

/** Starts a policy pack and streams what it prints: the engine reads the port from the first line. */
function runPlugin(call) {
  const { request } = call;
  if (request.getKind() !== "analyzer") {
    call.emit("error", { code: grpc.status.UNIMPLEMENTED, details: `no ${request.getKind()} plugins here` });
    return;
  }
  const send = fill => call.write(fill(new language.RunPluginResponse()));
  const folder = request.getInfo().getProgramDirectory();
  const runner = sdk.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  // Its standard input is closed when this process ends, however that is.
  const child = spawn(
    path.join(__dirname, "policy-proxy"),
    [process.execPath, runner, ...request.getArgsList().slice(0, 1), folder],
    {
      cwd: folder,
      env: Object.fromEntries(request.getEnvList().map(entry => splitAt(entry, entry.indexOf("=")))),
    },
  );
  child.stdout.on("data", data => send(response => response.setStdout(data)));
  child.stderr.on("data", data => send(response => response.setStderr(data)));
  child.on("error", error => call.destroy(error));
  child.on("close", code => {
    send(response => response.setExitcode(code ?? 1));
    call.end();
  });
  call.on("cancelled", () => child.stdin.end());
}

const splitAt = (text, at) => [text.slice(0, at), text.slice(at + 1)];

function about(_call, answer) {
  const info = new plugin.PluginInfo();
  info.setVersion("0.0.0");
  answer(null, info);
}

const server = new grpc.Server();
server.addService(LanguageRuntimeService, {
  handshake: (_call, answer) => answer(null, new language.LanguageHandshakeResponse()),
  getPluginInfo: about,
  getRequiredPackages: (_call, answer) => answer(null, new language.GetRequiredPackagesResponse()),
  getRequiredPlugins: (_call, answer) => answer(null, new language.GetRequiredPluginsResponse()),
  run,
  runPlugin,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});

// An engine that is killed says no goodbye: its children get another parent.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(), 1000).unref();
