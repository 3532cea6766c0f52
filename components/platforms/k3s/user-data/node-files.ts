import { sortedEntries } from "../../../lib/records";
import { ENVIRONMENT_FILE, INSTALL, PARAMETER, PREPARE, SETUP } from "../node-paths";
import { CREDENTIAL_PROVIDER } from "./credential-provider";
import { INSTALL_SCRIPT } from "./install-script";
import { type Node, UNPINNED } from "./node";
import { PARAMETER_PROGRAM } from "./parameter-program";
import { PREPARE_SCRIPT } from "./prepare-script";
import { SETUP_SCRIPT } from "./setup-script";
import { SYSTEM_FILES } from "./system-files";

/** The files of every node; `variables` are what its scripts know beside what all nodes are told. */
export function nodeFiles(
  { region, version, checksums }: Node,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = {
    AWS_DEFAULT_REGION: region,
    VERSION: version,
    CHECKSUM_ARM64: checksums.arm64 ?? UNPINNED,
    CHECKSUM_AMD64: checksums.amd64 ?? UNPINNED,
    ...variables,
  };
  return {
    ...SYSTEM_FILES,
    ...CREDENTIAL_PROVIDER,
    [ENVIRONMENT_FILE]: sortedEntries(all)
      .map(([name, value]) => `${name}='${value}'\n`)
      .join(""),
    [SETUP]: SETUP_SCRIPT,
    [INSTALL]: INSTALL_SCRIPT,
    [PREPARE]: PREPARE_SCRIPT,
    [PARAMETER]: PARAMETER_PROGRAM,
  };
}
