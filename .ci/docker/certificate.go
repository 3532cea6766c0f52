package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

// certificate FOLDER HOST LIFETIME: writes ca.crt, tls.crt and tls.key, where LIFETIME (24h) counts from an hour ago
// for the certificate, so that 30m has expired.
func certificate(args []string) error {
	folder, host := args[0], args[1]
	lifetime, err := time.ParseDuration(args[2])
	if err != nil {
		return err
	}
	from := time.Now().Add(-time.Hour)
	authority := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "tests"}, NotBefore: from,
		NotAfter: from.Add(48 * time.Hour), IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	server := &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host}, NotBefore: from,
		NotAfter: from.Add(lifetime), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	authorityKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	serverKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	if err := sign(filepath.Join(folder, "ca.crt"), authority, authority, authorityKey, authorityKey); err != nil {
		return err
	}
	if err := sign(filepath.Join(folder, "tls.crt"), server, authority, serverKey, authorityKey); err != nil {
		return err
	}
	private, err := x509.MarshalPKCS8PrivateKey(serverKey)
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, "tls.key"), "PRIVATE KEY", private)
}

func sign(path string, subject, issuer *x509.Certificate, key, issuerKey *ecdsa.PrivateKey) error {
	content, err := x509.CreateCertificate(rand.Reader, subject, issuer, &key.PublicKey, issuerKey)
	if err != nil {
		return err
	}
	return write(path, "CERTIFICATE", content)
}

func write(path, kind string, content []byte) error {
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content}), 0o600)
}
