import { credentialIn, isCredentialName } from "../facts/credentials";
import { recordAt, textAt } from "../facts/read";
import { defineRule } from "../rule";

export const noSecretInTags = defineRule({
  id: "no-secret-in-tags",
  severity: "mandatory",
  sources: ["CKV_AWS_46"],
  title: "Tags hold no credential",
  why: "Tags stand in bills, inventories and logs, readable by nearly everyone in the account.",
  fix: "remove the tag, and change the credential if it is real",
  facts: ({ type, props }) =>
    type.startsWith("aws:") && props.tags !== undefined
      ? Object.keys(recordAt(props, "tags")).map(key => ({ key, tags: recordAt(props, "tags") }))
      : [],
  fault: ({ key, tags }) => {
    const value = textAt({ value: tags[key] }, "value") ?? "";
    const found = isCredentialName(key) && value !== "" ? `a value for ${key}` : credentialIn(value);
    return found === undefined ? undefined : `a tag holds ${found}`;
  },
});
