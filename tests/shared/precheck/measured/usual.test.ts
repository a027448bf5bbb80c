import { expect, test } from 'vitest';
import { usualValues } from '../../../../src/shared/precheck/measured/usual.js';
import { measureValuesSchema } from '../../../../src/shared/precheck/record/evidence-schema.js';
import { evidence } from '../evidence.js';
import { record } from '../record/record.js';

test('what is usual comes from items that passed', () => {
  const values = usualValues(record());
  expect(values).toEqual({ 'camera.sharpness': 900, 'microphone.floor': -66 });
  expect(measureValuesSchema.parse(values)).toEqual(values);
  expect(usualValues(record(evidence({ 'microphone.floor': -52 })))).toEqual({ 'camera.sharpness': 900 });
  expect(usualValues(record(evidence({ 'camera.sharpness': undefined })))).toEqual({
    'microphone.floor': -66,
  });
});
