/** Cases of the corpus in which the loader is meant to differ from the reference, and why. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  "compose-go-inline/loader_loader__TestLoadSSHWithKeyValueInBuildConfig__60.yaml":
    "The reference loads an SSH key with a path but cannot print it as JSON. Here it is loaded and printed.",
  "compose-go-inline/loader_loader__TestLoadSSHWithKeysValuesInBuildConfig__61.yaml":
    "The reference loads SSH keys with paths but cannot print them as JSON. Here they are loaded and printed.",
  "compose-go-inline/loader_extends__TestLoadExtendsSameFile__9.yaml":
    "A build context above the corpus is written in the golden as it was on the machine that made it.",
};
