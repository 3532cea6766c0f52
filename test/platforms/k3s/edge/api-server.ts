/** What an agent asks of a server of K3s before it registers, over TLS: `api.py FOLDER`. */
export const API_SERVER = `
import base64, pathlib, ssl, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder = pathlib.Path(sys.argv[1])
LOGIN = "Basic " + base64.b64encode(b"node:canary-77aa").decode()


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/ping":
            return self.answer(200, b"pong")
        if self.path == "/cacerts":
            return self.answer(200, (folder / "ca.pem").read_bytes())
        if self.path == "/v1-k3s/config" and self.headers.get("Authorization") == LOGIN:
            return self.answer(200, (folder / "config.json").read_bytes())
        return self.answer(401, b"not authorized")

    def answer(self, code, body):
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "server.pem")
server = ThreadingHTTPServer(("203.0.113.10", 6443), Server)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
`;
