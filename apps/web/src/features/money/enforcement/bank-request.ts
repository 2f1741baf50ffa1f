import type { BankRequestsQuery } from './enforcement.generated.ts'

/** What a bank is asked, as its desk lists it. */
export type BankRequest = BankRequestsQuery['bankRequests']['edges'][number]['node']
