// fauxqs, a server of the APIs of S3, SNS, SQS and STS, with all data in memory.
module.exports = async () => {
  const { buildApp } = await import('fauxqs')
  const app = buildApp({ logger: false })
  await app.ready()
  return app.server
}
