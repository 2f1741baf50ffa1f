export { PaymentPanel } from './payment-panel.tsx'
export { usePaymentWords } from './payment-words.ts'
