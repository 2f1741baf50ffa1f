export { CardState } from './card-state.tsx'
