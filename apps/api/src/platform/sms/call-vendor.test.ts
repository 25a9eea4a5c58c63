import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { expect, it, onTestFinished } from 'vitest'
import { selfSignedCertificate } from '../certificate.fake.ts'
import { callVendor } from './call-vendor.ts'

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
const answering = (listener: RequestListener) => portOf(createServer(listener))
const call = (port: number, protocol = 'http') =>
  callVendor({ vendor: 'Somebody', url: `${protocol}://127.0.0.1:${port}/`, headers: {}, body: '123456' }, {})

it('an answer without an end is not read to it, and the message may have left', async () => {
  let written = 0
  const port = await answering((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(16 * 1024))) written += 1
      if (!response.destroyed) response.once('drain', more)
    }
    response.writeHead(200)
    more()
  })
  await expect(call(port)).rejects.toMatchObject({
    message: expect.stringContaining('without an end'),
    mayHaveLeft: true,
  })
  expect(written).toBeGreaterThan(0)
})

it('an answer of 64 KB is read, and one byte more is not', async () => {
  let bytes = 64 * 1024
  const port = await answering((_, response) => response.end('x'.repeat(bytes)))
  expect(await call(port)).toHaveLength(bytes)
  bytes += 1
  await expect(call(port)).rejects.toThrow('without an end')
})

it('nothing is sent to a server without a trusted certificate, so the message was certainly not sent', async () => {
  let heard = 0
  const server = createSecureServer(selfSignedCertificate(), () => (heard += 1))
  const port = await portOf(server)
  await expect(call(port, 'https')).rejects.toMatchObject({
    kind: 'temporary',
    mayHaveLeft: false,
    message: expect.stringContaining('CERT'),
  })
  expect(heard).toBe(0)
})
