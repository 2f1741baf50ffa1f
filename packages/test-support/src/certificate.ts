import { generate } from 'selfsigned'

/** Of a trial's own making, PEM. */
export interface SomeCertificates {
  authority: string
  cert: string
  key: string
}

/** An authority, and a certificate by which these IP addresses and `localhost` may serve, and be clients of each other. */
export async function someCertificates(addresses: readonly string[] = ['127.0.0.1']): Promise<SomeCertificates> {
  const common = { keyType: 'ec', algorithm: 'sha256' } as const
  const ca = await generate([{ name: 'commonName', value: 'trial authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const own = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
  })
  return { authority: ca.cert, cert: own.cert, key: own.private }
}
