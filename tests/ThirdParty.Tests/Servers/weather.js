// The weather service of tests/Shared/Models over RPC v2 CBOR, with the CBOR codec of AWS's SDK for JavaScript.
const http = require('node:http')
const { cbor, dateToTag } = require('@smithy/core/cbor')

class ServiceError extends Error {
  constructor(status, type, members) {
    super(type)
    this.status = status
    this.body = { __type: 'com.example.weather#' + type, ...members }
  }
}

module.exports = () => {
  const stations = new Map()
  const add = (stationId, members) => stations.set(stationId, { stationId, name: 'Station ' + stationId, ...members })

  // JavaScript has one type of numbers, so the codec writes a float without a fraction as an integer.
  add('alps', {
    altitude: 2500, active: true, builtAt: dateToTag(new Date('2020-02-29T12:30:45.250Z')), labels: { owner: 'Ünal', empty: '' }, neighbors: ['sea', null],
  })
  add('sea', { altitude: -1.5, active: false })
  add('woods', {})
  let describesOfNew = 0
  let isThrottled = true

  const find = ({ stationId }) => {
    const station = stations.get(stationId)
    if (!station) {
      throw new ServiceError(404, 'NoSuchStation', { message: 'There is no station ' + stationId + '.', stationId })
    }
    return station
  }

  const operations = {
    GetStation: input => {
      if (input.stationId === 'busy' && isThrottled) {
        isThrottled = false
        throw new ServiceError(429, 'ThrottlingException', { message: 'Slow down.' })
      }
      return input.stationId === 'busy' ? { station: { stationId: 'busy', name: 'Busy' } }
        : input.stationId === 'new' ? { station: { stationId: 'new', name: 'New', active: ++describesOfNew > 2 } }
          : { station: find(input) }
    },
    ListStations: ({ nextToken, maxResults = 100 }) => {
      const ids = [...stations.keys()].sort()
      const start = nextToken === undefined ? 0 : Number(nextToken)
      const end = start + maxResults
      return { stations: ids.slice(start, end).map(id => stations.get(id)), ...(end < ids.length ? { nextToken: String(end) } : {}) }
    },
    PutObservations: input => {
      find(input)
      const index = input.observations.findIndex(({ observedAt }) => observedAt.tag !== 1)
      if (index >= 0 || !input.clientToken) {
        throw new ServiceError(400, 'InvalidObservation', { message: 'The observation is not valid.', index })
      }
      return { accepted: input.observations.length, latest: input.observations.at(-1) }
    },
    DeleteStation: input => {
      find(input)
      stations.delete(input.stationId)
    },
    Ping: () => undefined,
  }

  const respond = (request, body) => {
    const name = /^\/service\/WeatherService\/operation\/(\w+)$/.exec(request.url)?.[1]
    const type = name === 'Ping' ? undefined : 'application/cbor'
    const headers = request.headers
    if (request.method !== 'POST' || headers['smithy-protocol'] !== 'rpc-v2-cbor' || headers.accept !== 'application/cbor'
      || headers['content-type'] !== type || (name === 'Ping') !== (body.length === 0) || !Object.hasOwn(operations, name)) {
      throw new ServiceError(400, 'UnknownOperationException', { message: request.method + ' ' + request.url + ' ' + JSON.stringify(headers) })
    }
    return operations[name](body.length === 0 ? {} : cbor.deserialize(body))
  }

  return http.createServer((request, response) => {
    const chunks = []
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      let output
      try {
        output = respond(request, Buffer.concat(chunks))
      } catch (error) {
        output = error instanceof ServiceError ? error.body : { __type: 'InternalError', message: error.stack }
        response.statusCode = error.status ?? 500
      }
      response.setHeader('smithy-protocol', 'rpc-v2-cbor')
      response.setHeader('x-amzn-requestid', crypto.randomUUID())
      if (output === undefined) {
        response.end()
      } else {
        response.setHeader('content-type', 'application/cbor')
        response.end(cbor.serialize(output))
      }
    })
  })
}
