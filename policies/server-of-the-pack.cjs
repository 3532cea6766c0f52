// Stands in for gRPC in the compiled pack. For every resource the engine first asks what the pack would change in it.
// No rule changes anything, so that is answered without reading the resource, which takes the SDK longer than all
// rules take to judge it.
const { createRequire } = require("node:module");
const grpc = createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js");

class Server extends grpc.Server {
  addService(service, handlers) {
    const { remediate } = service;
    if (remediate === undefined) return super.addService(service, handlers);
    const unread = { ...remediate, requestDeserialize: bytes => bytes };
    const nothing = (_call, answer) => answer(null, new remediate.responseType());
    return super.addService({ ...service, remediate: unread }, { ...handlers, remediate: nothing });
  }
}

module.exports = Object.create(grpc, { Server: { value: Server } });
