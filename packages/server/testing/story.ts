import { crewOf } from '@suban/demo-city/accounts.ts';
import type { Fields, Filed } from './client.ts';
import type { TestCity } from './test-city.ts';

/** Yuanling subdistrict, where `plainFiling` is; its matter may be pushed down to a subdistrict. */
export const street = 'SZ-FT-YL';
export const department = 'SZ-D-CG';
export const streetMatter = '010101';

/**
 * The steps of an appeal as people take them, one after the other over HTTP. Each throws when it is refused, and leads on
 * from where the one before it ended.
 */
export function createStory(city: TestCity) {
  const crew = (unit: string) => {
    const { receiver, handler, leader } = crewOf(unit);
    return { receiver: city.as(receiver), handler: city.as(handler), leader: city.as(leader) };
  };
  const steps = {
    crew,
    file: (fields: Fields = {}) => city.citizen.file(fields),
    dispatch: ({ number }: Filed, unit = street, matter = streetMatter) =>
      city.as('dispatcher').must(number, 'dispatch', { unit: city.unit(unit).id, matter }),
    acknowledge: ({ number }: Filed, unit = street) => crew(unit).receiver.must(number, 'acknowledge'),
    contact: ({ number }: Filed, unit = street) =>
      crew(unit).handler.must(number, 'contact', {
        method: 'phone',
        reached: true,
        text: '已电话联系，约定明天上门。',
      }),
    answer: ({ number }: Filed, unit = street, fields: Fields = {}) =>
      crew(unit).handler.must(number, 'answer', {
        outcome: 'solved',
        text: '已更换损坏的灯具，路灯恢复照明。',
        ...fields,
      }),
    approve: ({ number }: Filed, unit = street) =>
      crew(unit).leader.must(number, 'review', { approve: true }),
    sendBack: ({ number }: Filed, unit = street) =>
      crew(unit).receiver.must(number, 'send-back', sendingBack(city)),
    decideSendBack: ({ number }: Filed, uphold: boolean) =>
      city.as('dispatcher').must(number, 'decide-send-back', { uphold, text: '经核对职责清单作出裁决。' }),
  };
  const dispatched = async (fields: Fields = {}, unit = street): Promise<Filed> => {
    const filed = await steps.file(fields);
    await steps.dispatch(filed, unit);
    return filed;
  };
  /** From the dispatch to an approved answer. */
  const handled = async (filed: Filed, unit = street): Promise<void> => {
    await steps.acknowledge(filed, unit);
    await steps.contact(filed, unit);
    await steps.answer(filed, unit);
    await steps.approve(filed, unit);
  };
  const answered = async (fields: Fields = {}, unit = street): Promise<Filed> => {
    const filed = await dispatched(fields, unit);
    await handled(filed, unit);
    return filed;
  };
  return { ...steps, dispatched, handled, answered };
}

export const sendingBack = (city: TestCity): Fields => ({
  legalBasis: '《城市照明管理规定》第四条',
  text: '该路灯由市城管部门统一管护。',
  suggestedUnit: city.unit(department).id,
});
