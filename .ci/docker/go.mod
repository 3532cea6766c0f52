module towpath/ci/docker

go 1.24.0

require (
	golang.org/x/crypto v0.38.0
	gopkg.in/yaml.v3 v3.0.1
)
