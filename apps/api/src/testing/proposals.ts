import type { StaffMember, StaffRole, Viewer } from '../access/viewer.ts'
import { ask } from './ask.ts'
import { addColleague } from './colleague.ts'
import type { TestPlatform } from './test-platform.ts'

/** Somebody of the office with an account, since what is proposed names who did. */
export const officePerson = (
  platform: TestPlatform,
  staffNo: string,
  role: StaffRole = 'OFFICER',
): Promise<StaffMember> => addColleague(platform, [role], { staffNo })

export type Asked = Record<string, unknown>

/** Asks for one root field under the name `done`; an error is thrown by its code. */
export async function done(
  platform: TestPlatform,
  viewer: Viewer | undefined,
  source: string,
  variables: Asked = {},
): Promise<Asked> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  if (errors.length > 0) throw new Error(errors.join())
  return data['done'] ?? {}
}

/** What is asked of a proposal, by the names that `proposalSteps` makes of its own. */
export function proposals(name: string, fields: string, opening: { field: string; input: string }) {
  return {
    propose: (platform: TestPlatform, viewer: Viewer | undefined, input: Asked) =>
      done(
        platform,
        viewer,
        `mutation ($input: ${opening.input}!) { done: ${opening.field}(input: $input) { ${fields} } }`,
        { input },
      ),
    step: (platform: TestPlatform, viewer: Viewer, verb: string, { id, mark }: Asked, more = '') =>
      done(
        platform,
        viewer,
        `mutation ($id: ID!, $mark: CaseMark!) { done: ${verb}${name}(id: $id, decidedOn: $mark${
          verb === 'refuse' ? ', reason: "没有依据"' : more
        }) { ${fields} ... on StaleDecision { mark } } }`,
        { id, mark },
      ),
  }
}
