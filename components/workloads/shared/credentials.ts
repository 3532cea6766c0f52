const WORDS =
  /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|ENCRYPTION_?KEY|(^|_)(PW|PASS|PWD)$/;
/** Words after which the name tells something about a credential, not the credential. */
const ABOUT = /_(FILE|PATH|URL|TTL|NAME|LENGTH|EXPIRY|EXPIRES|TYPE|HEADER)$/;
/** A value that says where the credential is, as `*_FILE` variables do. */
const SECRET_FILE = /^\/run\/secrets\//;
const SWITCH = /^(true|false|yes|no)$/i;
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:[^\s@/]+@/i;

/** Whether a variable's name says that its value is a credential; `*_FILE` names a file, not a secret. */
export function looksLikeCredential(name: string): boolean {
  const upper = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  return upper !== "PWD" && !ABOUT.test(upper) && WORDS.test(upper);
}

/** Whether a variable holds a credential: by its name, or because its value is a URL with a password. */
export function holdsCredential(name: string, value: string): boolean {
  if (value === "" || SWITCH.test(value) || SECRET_FILE.test(value)) return false;
  return looksLikeCredential(name) || URL_WITH_PASSWORD.test(value);
}
