// Runs a policy pack for the engine. The engine first asks for a port, then tells the stack's configuration;
// a pack reads that from its environment as it loads. So this answers on a port of its own, starts the pack
// once the configuration is known, and hands everything else on to it, as bytes: what it says is not its business.
const { spawn } = require("node:child_process");

const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

const asBytes = bytes => bytes;

/** The methods of a service, whose requests and answers stay as they come. */
const inBytes = service =>
  Object.fromEntries(
    Object.entries(service).map(([method, definition]) => [
      method,
      { ...definition, requestDeserialize: asBytes, responseSerialize: asBytes },
    ]),
  );

const stackEnvironment = request => ({
  PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject(false))),
  PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
  PULUMI_NODEJS_PROJECT: request.getProject(),
  PULUMI_NODEJS_STACK: request.getStack(),
  PULUMI_NODEJS_DRY_RUN: String(request.getDryRun()),
});

/** Starts the SDK's runner in the pack's folder; gives the process and, later, the port that it prints. */
function startRunner({ sdk, folder, env, engine, onOutput }) {
  const runner = sdk.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [runner, engine, folder], { cwd: folder, env });
  child.stderr.on("data", onOutput);
  const port = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", code => reject(new Error(`the policy pack ended with exit code ${code}`)));
    child.stdout.once("data", data => {
      resolve(Number.parseInt(data, 10));
      child.stdout.on("data", onOutput);
    });
  });
  return { child, port };
}

/** Serves the pack in `folder`; `onOutput` gets what it prints, `onClose` its exit code. */
exports.servePolicyPack = async ({ sdk, folder, env, engine, onOutput, onClose }) => {
  const grpc = sdk("@grpc/grpc-js");
  const { AnalyzerService } = sdk("@pulumi/pulumi/proto/analyzer_grpc_pb");
  const { AnalyzerHandshakeResponse } = sdk("@pulumi/pulumi/proto/analyzer_pb");
  let child;
  let client;

  const start = more => {
    const started = startRunner({ sdk, folder, env: { ...env, ...more }, engine, onOutput });
    child = started.child;
    child.on("close", code => onClose(code ?? 1));
    const credentials = grpc.credentials.createInsecure();
    client = started.port.then(port => new grpc.Client(`127.0.0.1:${port}`, credentials, UNLIMITED));
  };
  const ask = async (method, bytes, answer) => {
    try {
      // Where the stack's configuration is told, that comes first; `pulumi policy analyze` tells none.
      if (client === undefined) start({});
      (await client).makeUnaryRequest(AnalyzerService[method].path, asBytes, asBytes, bytes, answer);
    } catch (error) {
      answer(error);
    }
  };
  const configureStack = ({ request: bytes }, answer) => {
    const request = AnalyzerService.configureStack.requestDeserialize(bytes);
    start(stackEnvironment(request));
    ask("configureStack", bytes, answer);
  };

  const handlers = Object.keys(AnalyzerService).map(method => [
    method,
    ({ request }, answer) => ask(method, request, answer),
  ]);
  const server = new grpc.Server(UNLIMITED);
  server.addService(inBytes(AnalyzerService), {
    ...Object.fromEntries(handlers),
    handshake: (_call, answer) =>
      answer(null, Buffer.from(new AnalyzerHandshakeResponse().serializeBinary())),
    configureStack,
  });
  const port = await new Promise((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const stop = () => {
    child?.kill();
    server.forceShutdown();
  };
  return { port, stop };
};
