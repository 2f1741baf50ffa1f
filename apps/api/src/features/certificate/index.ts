/** Public service of the certificate feature: payment certificates (缴费证明). */
export { addCertificates } from './certificate.route.ts'
