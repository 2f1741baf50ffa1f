/** What the frame of staff uses of `office/district`: why a case of another office was refused. */
export { DistrictBarrier } from './district-barrier.tsx'
