import { describe, expect, it } from "vitest";
import { credentialIn, isCredentialName } from "../../../policies/facts/credentials";

describe("isCredentialName", () => {
  it.each(["DB_PASSWORD", "postgres_passwd", "API_KEY", "APIKEY", "SESSION_SECRET", "MYSQL_PW", "GH_TOKEN"])(
    "%s holds one",
    name => {
      expect(isCredentialName(name)).toBe(true);
    },
  );
  it.each(["PWD", "DB_PASSWORD_FILE", "TOKEN_URL", "SECRET_NAME", "TOKEN_TTL", "COMPASS", "PASSAGE", "KEY"])(
    "%s holds none",
    name => {
      expect(isCredentialName(name)).toBe(false);
    },
  );
});

describe("credentialIn", () => {
  it.each([
    ["export DB_PASSWORD=hunter2hunter2", "a value for DB_PASSWORD"],
    ["password: 'correct-horse'", "a value for password"],
    ['{"apiKey": "0123456789abcdef"}', "a value for apiKey"],
    ["k3s agent --token K10abcdef0123", "a value for token"],
    ["postgres://app:correcthorse@db/app", "a URL with a password"],
    [`ghp_${"a".repeat(36)}`, "a GitHub token"],
  ])("%s gives away %s", (text, what) => {
    expect(credentialIn(text)).toBe(what);
  });

  it.each([
    "TOKEN=$(aws ssm get-parameter --name /shop/token --with-decryption)",
    'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest',
    'curl -H "X-aws-ec2-metadata-token-ttl-seconds: 21600"',
    "docker login --username AWS --password-stdin 111122223333.dkr.ecr.us-east-1.amazonaws.com",
    "k3s server --token-file /run/k3s/token --secrets-encryption",
    "password: {{ lookup }}",
    "lock_passwd: true",
    "https://example.com:8443/path@1.2",
  ])("%s gives nothing away", text => {
    expect(credentialIn(text)).toBeUndefined();
  });
});
