
# --- metrics: what the host alone knows, for node exporter's textfile collector or for CloudWatch -------------------

# From Docker and the kernel's control groups, so that no container needs Docker's socket.
container_metrics() {
  local id service name state health restarts limit labels group healthy
  docker ps --all --quiet --no-trunc --filter "label=com.docker.compose.project=$(project)" | while read -r id; do
    IFS=$TAB read -r service name state health restarts limit < <(docker inspect --format \
      '{{index .Config.Labels "com.docker.compose.service"}}{{"\t"}}{{.Name}}{{"\t"}}{{.State.Status}}{{"\t"}}{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}{{"\t"}}{{.RestartCount}}{{"\t"}}{{.HostConfig.Memory}}' "$id" 2>/dev/null) || continue
    if rows service | grep -q "^$service${TAB}gate$TAB"; then continue; fi
    labels="service=\"$service\",container=\"${name#/}\""
    healthy=0
    case $state/$health in running/healthy | running/none | running/starting) healthy=1 ;; esac
    printf 'towpath_container_up{%s} %s\ntowpath_container_restarts_total{%s} %s\ntowpath_container_memory_limit_bytes{%s} %s\n' \
      "$labels" "$healthy" "$labels" "$restarts" "$labels" "$limit"
    for group in "/sys/fs/cgroup/system.slice/docker-$id.scope" "/sys/fs/cgroup/docker/$id"; do
      [ -r "$group/memory.current" ] || continue
      printf 'towpath_container_memory_bytes{%s} %s\n' "$labels" "$(cat "$group/memory.current")"
      awk -v labels="$labels" '$1 == "usage_usec" { printf "towpath_container_cpu_seconds_total{%s} %.6f\n", labels, $2 / 1e6 }' "$group/cpu.stat"
      awk -v labels="$labels" '$1 == "oom_kill" { printf "towpath_container_oom_kills_total{%s} %s\n", labels, $2 }' "$group/memory.events"
    done
  done
}

backup_metrics() {
  local kind name overdue labels
  while IFS=$TAB read -r kind name _ _ overdue; do
    labels="kind=\"$kind\",name=\"$name\""
    # A backup that never was is as old as the host's first release.
    printf 'towpath_backup_last_success_timestamp_seconds{%s} %s\n' "$labels" \
      "$(cut -f 1 "$BACKUPS/$kind/$name/last-success" 2>/dev/null || stat --format %Y "$ROOT/first-release")"
    printf 'towpath_backup_max_age_seconds{%s} %s\n' "$labels" "$((overdue * 3600))"
    if [ -f "$BACKUPS/$kind/$name/last-drill" ]; then
      printf 'towpath_drill_last_success_timestamp_seconds{%s} %s\n' "$labels" "$(cut -f 1 "$BACKUPS/$kind/$name/last-drill")"
    fi
  done < <(rows backup)
}

disk_metrics() {
  df --output=target,size,avail --block-size=1 / "$ROOT"/volumes/* 2>/dev/null | awk 'NR > 1 && !seen[$1]++ {
    printf "towpath_filesystem_size_bytes{mountpoint=\"%s\"} %s\ntowpath_filesystem_avail_bytes{mountpoint=\"%s\"} %s\n", $1, $2, $1, $3 }'
}

# One family after another, as the format asks.
metrics_text() {
  printf 'towpath_release_info{release="%s"} 1\n' "$(current_release)"
  if tail -n 1 "$ROOT/log/audit.log" | grep -q ' failed$'; then printf 'towpath_last_change_failed 1\n'; else printf 'towpath_last_change_failed 0\n'; fi
  { container_metrics && backup_metrics && disk_metrics; } | sort
}

# Three figures, in the namespace that the host's role may write to.
publish() {
  python3 -c 'import sys, time
import boto3
families = {}
for line in open(sys.argv[2], encoding="utf-8"):
    name, _, value = line.strip().rpartition(" ")
    family, _, labels = name.partition("{")
    families.setdefault(family.removeprefix("towpath_"), {})[labels] = float(value)
size, free = families.get("filesystem_size_bytes", {}), families.get("filesystem_avail_bytes", {})
last, age = families.get("backup_last_success_timestamp_seconds", {}), families.get("backup_max_age_seconds", {})
figures = {
    "DiskUsedPercent": max((100 * (1 - free[disk] / size[disk]) for disk in size if size[disk]), default=0),
    "UnhealthyContainers": sum(up == 0 for up in families.get("container_up", {}).values()),
    "BackupsOverdue": sum(time.time() - last[one] > age[one] for one in last),
}
data = [{"MetricName": name, "Value": float(value)} for name, value in figures.items()]
boto3.client("cloudwatch").put_metric_data(Namespace=sys.argv[1], MetricData=data)' "$1" "$2" </dev/null
}

metrics() {
  local folder=$ROOT/metrics
  RELEASE=$ROOT/current
  [ -d "$RELEASE/bundle" ] || return 0
  (umask 022 && mkdir -p "$folder")
  metrics_text >"$folder/.towpath.prom"
  chmod 0644 "$folder/.towpath.prom"
  mv "$folder/.towpath.prom" "$folder/towpath.prom"
  if [ -n "${TOWPATH_CLOUDWATCH:-}" ]; then publish "$TOWPATH_CLOUDWATCH" "$folder/towpath.prom"; fi
}
