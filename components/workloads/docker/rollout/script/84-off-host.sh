
# --- off the host: a folder, such as another disk's, or a bucket; COPY is empty where there is none -----------------

COPY=${TOWPATH_BACKUP_COPY:-}

# put FILE KEY | get KEY FILE | list PREFIX, in the bucket that COPY names.
bucket() {
  python3 -c 'import os, sys
import boto3
place, verb, *args = sys.argv[1:]
bucket, _, root = place[len("s3://"):].partition("/")
root = root.rstrip("/") + "/" if root else ""
client = boto3.client("s3", endpoint_url=os.environ.get("TOWPATH_BACKUP_ENDPOINT") or None)
if verb == "put":
    client.upload_file(args[0], bucket, root + args[1])
elif verb == "get":
    client.download_file(bucket, root + args[0], args[1])
else:
    prefix = root + args[0]
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for item in page.get("Contents", []):
            print(item["Key"][len(prefix):])' "$COPY" "$@" </dev/null 9>&-
}

off_host() {
  local verb=$1
  shift
  case $COPY in
  s3://*) bucket "$verb" "$@" ;;
  /*)
    [ -d "$COPY" ] || { log "$COPY is not there" && return 1; }
    case $verb in
    put) mkdir -p "$COPY/$(dirname "$2")" && cp "$1" "$COPY/$2.part" && sync "$COPY/$2.part" && mv "$COPY/$2.part" "$COPY/$2" ;;
    get) cp "$COPY/$1" "$2" ;;
    list) if [ -d "$COPY/$1" ]; then find "$COPY/$1" -type f -printf '%P\n'; fi ;;
    esac
    ;;
  *) log "TOWPATH_BACKUP_COPY is neither s3://BUCKET/PREFIX nor a folder: $COPY" && return 1 ;;
  esac
}

# Copies what is not there yet; the checksums go last, so that a copy without them is none.
copy_off_host() {
  local stamp file
  [ -n "$COPY" ] || return 0
  for stamp in $(local_backups); do
    [ ! -e "$FOLDER/$stamp/.copied" ] || continue
    for file in $(cd "$FOLDER/$stamp" && printf '%s\n' * | grep -vxF SHA256SUMS) SHA256SUMS; do
      off_host put "$FOLDER/$stamp/$file" "$KIND/$SUBJECT/$stamp/$file" || die "$KIND/$SUBJECT $stamp is here, but was not copied to $COPY"
    done
    touch "$FOLDER/$stamp/.copied"
  done
}

off_host_backups() {
  [ -n "$COPY" ] || return 0
  { off_host list "$KIND/$SUBJECT/" | sed -n 's|/SHA256SUMS$||p' | sort; } || die "what is in $COPY cannot be listed"
}

# Sets BACKUP to the folder of a backup, the newest by default, and brings it here when it is not.
find_backup() {
  local stamp=${1:-} file
  if [ -z "$stamp" ]; then
    stamp=$({ local_backups && off_host_backups; } | sort | tail -n 1)
    [ -n "$stamp" ] || die "there is no backup of $KIND/$SUBJECT"
  fi
  case $stamp in *[!0-9TZ]*) die "$stamp is not a backup's time; see towpath-rollout backups $KIND/$SUBJECT" ;; esac
  BACKUP=$FOLDER/$stamp
  [ ! -d "$BACKUP" ] || return 0
  [ -n "$COPY" ] || die "there is no backup of $KIND/$SUBJECT at $stamp; see towpath-rollout backups"
  log "$KIND/$SUBJECT $stamp: fetched from $COPY"
  rm -rf "$FOLDER/.part" && mkdir -p "$FOLDER/.part"
  for file in $(off_host list "$KIND/$SUBJECT/$stamp/"); do
    off_host get "$KIND/$SUBJECT/$stamp/$file" "$FOLDER/.part/$file" || die "$file of $KIND/$SUBJECT $stamp cannot be fetched"
  done
  BACKUP=$FOLDER/.part
  verify_backup || die "there is no whole backup of $KIND/$SUBJECT at $stamp in $COPY"
  touch "$BACKUP/.copied"
  mv -T "$BACKUP" "$FOLDER/$stamp"
  BACKUP=$FOLDER/$stamp
}

# Whether a backup is what was written; says what is not.
verify_backup() {
  local wrong
  [ -f "$BACKUP/SHA256SUMS" ] || { log "$(basename "$BACKUP") has no checksums" && return 1; }
  wrong=$(cd "$BACKUP" && sha256sum --check --quiet --strict SHA256SUMS 2>&1) || { log "${wrong//$'\n'/, }" && return 1; }
}
