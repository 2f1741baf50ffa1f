/** What other features use of `desk/certificate`: payment certificates (缴费证明). */
export { certificateAudit } from './certificate.audit.ts'
export { printCertificate } from './print-certificate.ts'
export { addCertificates } from './certificate.route.ts'
