import type { RemedyAct } from '../core/checks/remedy.ts';

/** What a remedy's sentence names. */
export interface RemedyRef {
  readonly kind: 'area' | 'facility';
  readonly id: string;
}

/** What a remedy's sentence names, in its order. */
export function refsOfRemedy(act: RemedyAct): readonly RemedyRef[] {
  switch (act.kind) {
    case 'extend':
      return act.facilities.map(({ facility }) => ({ kind: 'facility', id: facility }));
    case 'open':
    case 'reopen':
    case 'renew':
      return [{ kind: 'facility', id: act.facility }];
    case 'pool':
    case 'pool_and_build':
      return act.with.map((id) => ({ kind: 'area', id }));
    default:
      return [];
  }
}
