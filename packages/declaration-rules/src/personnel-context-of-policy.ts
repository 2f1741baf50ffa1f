import type { Insurance, Policy } from '@shebao/premium';
import { FIVE_INSURANCES, fen } from '@shebao/premium';
import type { BaseLimits, PersonnelContext } from './personnel-context.ts';

/**
 * The limits, the rounding and the minimum wage that a policy gives the personnel rules. Where maternity insurance is
 * collected together with medical insurance it has the same base (State Council office notice 2019 no. 10).
 */
export function personnelContextOfPolicy(policy: Policy, today: string, year: number): PersonnelContext {
  const known = new Map<Insurance, BaseLimits>(policy.limits.map(({ insurance, floor, ceiling }) => [insurance, { floor, ceiling }]));
  const medical = known.get('MEDICAL');
  if (policy.maternityMode === 'MERGED' && medical !== undefined) known.set('MATERNITY', medical);
  const limits = Object.fromEntries(FIVE_INSURANCES.flatMap((insurance) => {
    const limit = known.get(insurance);
    return limit === undefined ? [] : [[insurance, limit]];
  }));
  const minimum = policy.minimumWage;
  return {
    today,
    year,
    limits,
    averageRounding: policy.averageRounding,
    ...(minimum === null ? {} : { minimumMonthlyWage: fen(Number(minimum.row.value)) }),
  };
}
