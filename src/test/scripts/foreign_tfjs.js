// Makes the TensorFlow.js layers models under src/test/resources/foreign, with what TensorFlow.js computes from them.
//
//   npm install @tensorflow/tfjs && node src/test/scripts/foreign_tfjs.js src/test/resources/foreign
//
// Each NAME is a folder with model.json, shards of weights and expected.json: an image [H][W][C] and the model's output.
const fs = require('fs');
const path = require('path');
const tf = require('@tensorflow/tfjs');

const folder = process.argv[2];
let seed = 84;
const chance = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

function unsettle(model) {
  for (const layer of model.layers) {
    const weights = layer.getWeights();
    if (weights.length > 0) {
      const norm = layer.getClassName() === 'BatchNormalization';
      layer.setWeights(weights.map((w) => {
        const values = Array.from({ length: w.size }, () => (norm ? 0.5 + chance() : chance() - 0.45));
        return tf.tensor(values, w.shape);
      }));
    }
  }
}

async function save(name, model, shards, prepare) {
  unsettle(model);
  const place = path.join(folder, name);
  fs.mkdirSync(place, { recursive: true });
  await model.save(tf.io.withSaveHandler(async (artifacts) => {
    const bytes = Buffer.from(artifacts.weightData);
    const size = Math.ceil(bytes.length / shards);
    const paths = [];
    for (let i = 0; i < shards; i++) {
      const shard = `group1-shard${i + 1}of${shards}.bin`;
      fs.writeFileSync(path.join(place, shard), bytes.subarray(i * size, Math.min(bytes.length, (i + 1) * size)));
      paths.push(shard);
    }
    const json = {
      format: 'layers-model',
      generatedBy: `TensorFlow.js tfjs-layers v${tf.version_layers}`,
      convertedBy: null,
      modelTopology: artifacts.modelTopology,
      weightsManifest: [{ paths, weights: artifacts.weightSpecs }],
    };
    fs.writeFileSync(path.join(place, 'model.json'), JSON.stringify(json));
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
  }));
  const shape = model.inputs[0].shape.slice(1);
  const values = Array.from({ length: shape.reduce((a, b) => a * b) }, chance);
  const image = tf.tensor(values, [1, ...shape]);
  const output = Array.from(model.predict(image).dataSync());
  fs.writeFileSync(
    path.join(place, 'expected.json'),
    JSON.stringify({ image: image.reshape(shape).arraySync(), output }),
  );
}

async function main() {
  // CNN Explainer's Tiny VGG, with fewer and smaller maps.
  const vgg = tf.sequential();
  vgg.add(tf.layers.conv2d({ inputShape: [20, 20, 3], filters: 4, kernelSize: 3, name: 'conv_1_1' }));
  vgg.add(tf.layers.activation({ activation: 'relu', name: 'relu_1_1' }));
  vgg.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, name: 'conv_1_2' }));
  vgg.add(tf.layers.activation({ activation: 'relu', name: 'relu_1_2' }));
  vgg.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'max_pool_1' }));
  vgg.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, name: 'conv_2_1' }));
  vgg.add(tf.layers.activation({ activation: 'relu', name: 'relu_2_1' }));
  vgg.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'max_pool_2' }));
  vgg.add(tf.layers.flatten({ name: 'flatten' }));
  vgg.add(tf.layers.dense({ units: 10, activation: 'softmax', name: 'output' }));
  await save('tfjs-tiny-vgg', vgg, 3);

  const input = tf.input({ shape: [12, 12, 1] });
  const one = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', strides: 2 }).apply(input);
  const norm = tf.layers.batchNormalization({}).apply(one);
  const relu = tf.layers.reLU({}).apply(norm);
  const two = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same' }).apply(relu);
  const sum = tf.layers.add({}).apply([two, relu]);
  const three = tf.layers.conv2d({ filters: 2, kernelSize: 1, activation: 'relu' }).apply(relu);
  const both = tf.layers.concatenate({}).apply([sum, three]);
  const pooled = tf.layers.averagePooling2d({ poolSize: 2 }).apply(both);
  const flat = tf.layers.flatten({}).apply(pooled);
  const logits = tf.layers.dense({ units: 3 }).apply(flat);
  await save('tfjs-branches', tf.model({ inputs: input, outputs: logits }), 1);
}

main();
