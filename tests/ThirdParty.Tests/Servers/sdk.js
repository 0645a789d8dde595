// AWS's SDK for JavaScript as a client that the tests call: POST /<client>/<operation>, such as /s3/PutObject, with the input of the operation as JSON.
// A body is Base64 in the input; in the output it is its length, its SHA-256 and, if it is small, Base64.
const crypto = require('node:crypto')
const http = require('node:http')

const maxBase64 = 64 * 1024

module.exports = ({ endpoint, region, accessKeyId, secretAccessKey, sessionToken }) => {
  const options = {
    endpoint, region, credentials: { accessKeyId, secretAccessKey, sessionToken }, forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  }
  const clients = {}

  const send = async (service, operation, input) => {
    const sdk = require('@aws-sdk/client-' + service)
    const client = clients[service] ??= new sdk[service.toUpperCase() + 'Client'](options)
    if (input.Body !== undefined) {
      input.Body = Buffer.from(input.Body, 'base64')
    }
    const { $metadata, Body, ...output } = await client.send(new sdk[operation + 'Command'](input))
    if (Body !== undefined) {
      const bytes = await Body.transformToByteArray()
      output.Body = {
        Length: bytes.length,
        Sha256: crypto.createHash('sha256').update(bytes).digest('hex'),
        Base64: bytes.length <= maxBase64 ? Buffer.from(bytes).toString('base64') : undefined,
      }
    }
    return output
  }

  return http.createServer((request, response) => {
    const chunks = []
    request.on('data', chunk => chunks.push(chunk)).on('end', async () => {
      const [service, operation] = request.url.slice(1).split('/')
      response.setHeader('content-type', 'application/json')
      try {
        response.end(JSON.stringify(await send(service, operation, JSON.parse(Buffer.concat(chunks)))))
      } catch (error) {
        response.statusCode = 500
        response.end(JSON.stringify({ Error: error.name, Message: error.message, Status: error.$metadata?.httpStatusCode }))
      }
    })
  })
}
