package main

import (
	"fmt"
	"sort"
	"strings"

	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// Name is the table's; the script that stops the cluster deletes it.
const tableName = "towpath_netpol"

type state struct {
	pods       []*core.Pod
	namespaces map[string]map[string]string
	policies   []*networking.NetworkPolicy
}

func newState() *state { return &state{namespaces: map[string]map[string]string{}} }

// addPods keeps those that can send and receive under an address of their own.
func (s *state) addPods(all []*core.Pod) {
	for _, pod := range all {
		ended := pod.Status.Phase == core.PodSucceeded || pod.Status.Phase == core.PodFailed
		if pod.Status.PodIP != "" && !pod.Spec.HostNetwork && !ended {
			s.pods = append(s.pods, pod)
		}
	}
	sort.Slice(s.pods, func(a, b int) bool { return s.pods[a].Status.PodIP < s.pods[b].Status.PodIP })
}

// table replaces the whole table in one transaction: a chain for each pod and direction that a policy selects,
// which returns for what is allowed and drops the rest.
func (s *state) table() string {
	var chains, dispatch strings.Builder
	for number, pod := range s.pods {
		for _, way := range []direction{ingress, egress} {
			rules, selected := s.rules(pod, way)
			if !selected {
				continue
			}
			name := fmt.Sprintf("%s_%d", way, number)
			fmt.Fprintf(&chains, " chain %s {\n%s  drop\n }\n", name, rules)
			fmt.Fprintf(&dispatch, "  %s %s jump %s\n", way.self(), pod.Status.PodIP, name)
		}
	}
	base := func(hook string) string {
		return fmt.Sprintf(" chain %s {\n  type filter hook %s priority -5; policy accept;\n"+
			"  ct state established,related accept\n%s }\n", hook, hook, dispatch.String())
	}
	return fmt.Sprintf("table ip %s\ndelete table ip %s\ntable ip %s {\n%s%s%s}\n",
		tableName, tableName, tableName, chains.String(), base("forward"), base("input"))
}

// rules are the lines of what the pod may receive or send, and whether any policy selects it for that.
func (s *state) rules(pod *core.Pod, way direction) (text string, selected bool) {
	lines := []string{}
	for _, policy := range s.policies {
		if policy.Namespace != pod.Namespace || !matches(&policy.Spec.PodSelector, pod.Labels) || !way.in(policy) {
			continue
		}
		selected = true
		for _, rule := range way.rulesOf(policy) {
			lines = append(lines, s.allowed(pod, way, policy.Namespace, rule)...)
		}
	}
	sort.Strings(lines)
	for _, line := range lines {
		text += "  " + line + " return\n"
	}
	return text, selected
}

func matches(selector *meta.LabelSelector, set map[string]string) bool {
	parsed, err := meta.LabelSelectorAsSelector(selector)
	return err == nil && parsed.Matches(labels.Set(set))
}
