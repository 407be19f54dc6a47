export const crash = async (): Promise<object> => {
  throw new Error('not yet');
};
