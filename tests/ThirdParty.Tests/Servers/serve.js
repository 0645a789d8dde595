// node serve.js <package> <options as JSON>
// Starts the server of an npm package on a free port of 127.0.0.1 and writes the port to the standard output. The server ends with its standard
// input, so that it does not outlive the tests that started it.
const [name, options] = process.argv.slice(2)

Promise.resolve(require(name)(JSON.parse(options))).then(server => {
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))
})
process.stdin.on('end', () => process.exit()).resume()
