import type { InvokeChannel } from '../../shared/ipc/contract.js';
import { success } from '../../shared/ipc/result.js';
import type { PrecheckService } from '../precheck/service.js';
import type { Handlers } from './handle.js';

/** What the answers about the pre-check are made from. */
export interface PrecheckAnswers {
  readonly service: PrecheckService;
  readonly begin: Handlers['precheck:begin'];
  readonly end: () => void;
  readonly export: Handlers['precheck:export'];
  readonly print: Handlers['precheck:print'];
}

type PrecheckChannel = Extract<InvokeChannel, `precheck:${string}`>;

/** Answers to the calls of the pre-check. */
export function precheckHandlers(answers: PrecheckAnswers): Pick<Handlers, PrecheckChannel> {
  const { service, begin, end } = answers;
  const done = success(undefined);
  return {
    'precheck:get': () => success(service.view),
    'precheck:draft': () => success(service.draft),
    'precheck:start': () => service.start(),
    'precheck:again': ({ seq, items }) => service.again(seq, items),
    'precheck:save': (draft) => service.save(draft),
    'precheck:discard': () => service.discard(),
    'precheck:begin': begin,
    'precheck:end': () => {
      end();
      return done;
    },
    'precheck:station': () => success(service.stationFound()),
    'precheck:upload': async ({ kbps }) => success(await service.measureUpload(kbps)),
    'precheck:stopUpload': () => {
      service.stopUpload();
      return done;
    },
    'precheck:picture': ({ jpeg }) => service.keepPicture(jpeg),
    'precheck:photo': ({ item, jpeg }) => service.keepPhoto(item, jpeg),
    'precheck:getPicture': ({ seq, item }) => service.picture(seq, item),
    'precheck:finish': () => service.finish(),
    'precheck:list': () => success(service.list()),
    'precheck:record': ({ seq }) => service.find(seq),
    'precheck:export': answers.export,
    'precheck:print': answers.print,
  };
}
