/**
 * The label of a Compose service and the annotation of a pod that carries its `x-towpath.allow`, names separated by
 * commas: by it the policies know what was asked for by name.
 */
export const ALLOW_MARK = "towpath.allow";
