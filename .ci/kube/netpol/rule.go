package main

import (
	"fmt"
	"slices"
	"strings"

	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

type direction string

const (
	ingress direction = "in"
	egress  direction = "out"
)

// rule is what ingress and egress rules have in common.
type rule struct {
	peers []networking.NetworkPolicyPeer
	ports []networking.NetworkPolicyPort
}

func (d direction) self() string {
	if d == ingress {
		return "ip daddr"
	}
	return "ip saddr"
}

func (d direction) peer() string {
	if d == ingress {
		return "ip saddr"
	}
	return "ip daddr"
}

func (d direction) in(policy *networking.NetworkPolicy) bool {
	kind := networking.PolicyTypeIngress
	if d == egress {
		kind = networking.PolicyTypeEgress
	}
	return slices.Contains(policy.Spec.PolicyTypes, kind)
}

func (d direction) rulesOf(policy *networking.NetworkPolicy) (rules []rule) {
	if d == ingress {
		for _, one := range policy.Spec.Ingress {
			rules = append(rules, rule{one.From, one.Ports})
		}
		return rules
	}
	for _, one := range policy.Spec.Egress {
		rules = append(rules, rule{one.To, one.Ports})
	}
	return rules
}

// allowed are the matches of one rule of a policy in a namespace: no peers are all peers, no ports all ports.
func (s *state) allowed(pod *core.Pod, way direction, namespace string, r rule) (lines []string) {
	add := func(peer string, receiver *core.Pod) {
		for _, port := range portMatches(r.ports, receiver) {
			lines = append(lines, strings.TrimSpace(peer+" "+port))
		}
	}
	receiverOf := func(other *core.Pod) *core.Pod {
		if way == ingress {
			return pod
		}
		return other
	}
	if len(r.peers) == 0 {
		add("", receiverOf(nil))
	}
	for _, peer := range r.peers {
		if block := peer.IPBlock; block != nil {
			if match := blockMatch(way, block); match != "" {
				add(match, receiverOf(nil))
			}
			continue
		}
		for _, other := range s.pods {
			if s.isPeer(other, peer, namespace) {
				add(way.peer()+" "+other.Status.PodIP, receiverOf(other))
			}
		}
	}
	return lines
}

func (s *state) isPeer(other *core.Pod, peer networking.NetworkPolicyPeer, namespace string) bool {
	if peer.NamespaceSelector == nil && other.Namespace != namespace {
		return false
	}
	if peer.NamespaceSelector != nil && !matches(peer.NamespaceSelector, s.namespaces[other.Namespace]) {
		return false
	}
	return peer.PodSelector == nil || matches(peer.PodSelector, other.Labels)
}

func blockMatch(way direction, block *networking.IPBlock) string {
	if strings.Contains(block.CIDR, ":") {
		return ""
	}
	match := way.peer() + " " + block.CIDR
	if len(block.Except) > 0 {
		match += fmt.Sprintf(" %s != { %s }", way.peer(), strings.Join(block.Except, ", "))
	}
	return match
}

// portMatches are the matches of a rule's ports at the pod that receives, which is nil when it is no pod.
func portMatches(ports []networking.NetworkPolicyPort, receiver *core.Pod) (found []string) {
	if len(ports) == 0 {
		return []string{""}
	}
	for _, port := range ports {
		protocol := "tcp"
		if port.Protocol != nil {
			protocol = strings.ToLower(string(*port.Protocol))
		}
		switch {
		case port.Port == nil:
			found = append(found, "meta l4proto "+protocol)
		case port.Port.Type == intstr.String:
			found = append(found, namedPorts(protocol, port.Port.StrVal, receiver)...)
		case port.EndPort != nil:
			found = append(found, fmt.Sprintf("%s dport %d-%d", protocol, port.Port.IntVal, *port.EndPort))
		default:
			found = append(found, fmt.Sprintf("%s dport %d", protocol, port.Port.IntVal))
		}
	}
	return found
}

func namedPorts(protocol, name string, receiver *core.Pod) (found []string) {
	if receiver == nil {
		return nil
	}
	for _, container := range receiver.Spec.Containers {
		for _, port := range container.Ports {
			if port.Name == name && strings.ToLower(string(port.Protocol)) == protocol {
				found = append(found, fmt.Sprintf("%s dport %d", protocol, port.ContainerPort))
			}
		}
	}
	return found
}
