// s3rver, a server of the API of S3, with its objects in a temporary directory.
const crypto = require('node:crypto')
const fs = require('node:fs')
const http = require('node:http')
const os = require('node:os')
const path = require('node:path')
const S3rver = require('s3rver')
const { DUMMY_ACCOUNT } = require('s3rver/lib/models/account')

// The continuation tokens of s3rver use DES, which OpenSSL 3 does not have by default. Triple DES with one key thrice is the same.
for (const name of ['createCipheriv', 'createDecipheriv']) {
  const create = crypto[name]
  crypto[name] = (algorithm, key, iv) => algorithm === 'des' ? create('des-ede3-cbc', Buffer.concat([key, key, key]), iv) : create(algorithm, key, iv)
}

module.exports = ({ accessKeyId, secretAccessKey }) => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 's3rver-'))
  process.on('exit', () => fs.rmSync(directory, { recursive: true, force: true }))
  DUMMY_ACCOUNT.createKeyPair(accessKeyId, secretAccessKey)
  return http.createServer(new S3rver({ directory, silent: true }).callback())
}
