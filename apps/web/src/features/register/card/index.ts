export { cardWords } from './card-words.ts'
export { CardState } from './card-state.tsx'
