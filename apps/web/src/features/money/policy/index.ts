export { MissingParameters } from './missing-parameters.tsx'
