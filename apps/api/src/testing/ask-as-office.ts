import { aroundAll, aroundEach } from 'vitest'
import { asOffice } from '../platform/tenancy.ts'

/**
 * What a test file prepares and looks at, it asks as the office (ADR 81). What it sends to the product says anew who asks: a request, a
 * job, a command; and a use case that it calls for an employer or a person (second-wall.ts).
 */
aroundAll((runSuite) => asOffice('TEST', runSuite))
aroundEach((runTest) => asOffice('TEST', runTest))
