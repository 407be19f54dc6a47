export const lifecycle = async (): Promise<object> => {
  throw new Error('not yet');
};
