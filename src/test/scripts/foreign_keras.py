"""Makes the Keras models under src/test/resources/foreign, with what Keras itself computes from them.

    pip install tensorflow-cpu h5py && python src/test/scripts/foreign_keras.py src/test/resources/foreign

Beside each NAME.h5 stands NAME.expected.json: an image [H][W][C] and the outputs of the model for it.
The files were made with Keras 3.15.1 and h5py 3.14.0.
"""
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import h5py
import keras
import numpy as np
from keras import layers

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
keras.utils.set_random_seed(84)
chance = np.random.default_rng(84)


def unsettle(model):
    """Running statistics and biases that differ from their beginnings, or a mistake in them would not show."""
    for layer in model.layers:
        weights = layer.get_weights()
        if isinstance(layer, layers.BatchNormalization):
            layer.set_weights([chance.uniform(0.5, 1.5, w.shape).astype("float32") for w in weights])
        elif len(weights) > 1:
            layer.set_weights([weights[0], chance.uniform(-0.2, 0.2, weights[1].shape).astype("float32")])


def expect(name, model, scale=1.0):
    image = chance.uniform(0, 1, model.input_shape[1:]).astype("float32")
    answer = np.asarray(model(image[None] * scale))[0]
    with open(os.path.join(folder, name + ".expected.json"), "w") as out:
        json.dump({"image": np.round(image.astype(float), 7).tolist(), "output": answer.astype(float).tolist()}, out)


def save(name, model, scale=1.0):
    unsettle(model)
    model.save(os.path.join(folder, name + ".h5"), include_optimizer=False)
    expect(name, model, scale)


save(
    "keras3-sequential",
    keras.Sequential(
        [
            keras.Input((14, 11, 3)),
            layers.Conv2D(4, 3, padding="same", activation="relu", name="first"),
            layers.BatchNormalization(name="norm"),
            layers.Conv2D(5, 3, strides=2, padding="same", activation="tanh", name="strided"),
            layers.MaxPooling2D(2, name="pool"),
            layers.Conv2D(6, 2, padding="same", use_bias=False, name="even"),
            layers.LeakyReLU(negative_slope=0.01, name="leak"),
            layers.Flatten(name="flat"),
            layers.Dropout(0.25, name="drop"),
            layers.Dense(7, activation="sigmoid", name="hidden"),
            layers.Dense(4, activation="softmax", name="classes"),
        ],
        name="little",
    ),
)

image = keras.Input((16, 16, 3), name="image")
stem = layers.ZeroPadding2D(((1, 0), (2, 1)), name="pad")(image)
stem = layers.Conv2D(4, 3, name="stem")(stem)
stem = layers.BatchNormalization(scale=False, epsilon=0.01, name="stem_norm")(stem)
stem = layers.Activation("relu", name="stem_relu")(stem)
left = layers.Conv2D(4, 3, padding="same", name="left")(stem)
joined = layers.Add(name="sum")([left, stem])
joined = layers.ReLU(name="sum_relu")(joined)
right = layers.Conv2D(3, (1, 3), padding="same", activation="relu", name="right")(stem)
both = layers.Concatenate(name="both")([joined, right])
both = layers.AveragePooling2D(3, strides=1, padding="same", name="mean")(both)
both = layers.ZeroPadding2D(1, name="pool_pad")(both)
both = layers.MaxPooling2D(3, strides=2, name="most")(both)
both = layers.GlobalAveragePooling2D(name="global")(both)
save("keras3-functional", keras.Model(image, layers.Dense(5, name="logits")(both), name="branches"))

save(
    "keras3-rescaling",
    keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Rescaling(1 / 255, name="to_one"),
            layers.Conv2D(3, 3, activation="relu", name="conv"),
            layers.GlobalMaxPooling2D(name="most"),
            layers.Dense(3, activation="softmax", name="classes"),
        ]
    ),
    scale=255.0,
)

save(
    "keras3-depthwise",
    keras.Sequential(
        [
            keras.Input((10, 10, 3)),
            layers.Conv2D(4, 3, activation="relu", name="conv"),
            layers.DepthwiseConv2D(3, name="depthwise"),
            layers.Conv2D(4, 1, activation="relu", name="point"),
            layers.Flatten(name="flat"),
            layers.Dense(3, activation="softmax", name="classes"),
        ]
    ),
)

save(
    "keras3-sigmoid",
    keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(3, 3, activation="relu", name="conv"),
            layers.Flatten(name="flat"),
            layers.Dense(3, activation="sigmoid", name="labels"),
        ]
    ),
)


save(
    "keras3-cells",
    keras.Sequential(
        [
            keras.Input((6, 5, 2)),
            layers.ZeroPadding2D(1, name="pad"),
            layers.Conv2D(4, 3, strides=(2, 1), name="conv"),
            layers.BatchNormalization(scale=False, center=False, name="norm"),
            layers.ReLU(negative_slope=0.01, name="leak"),
            layers.Reshape((3, 5, 4), name="same"),
            layers.GaussianNoise(0.5, name="noise"),
            layers.Dense(3, activation="tanh", name="cells"),
            layers.Reshape((-1,), name="vector"),
            layers.Dense(4, use_bias=False, name="scores"),
            layers.Activation("linear", name="nothing"),
            layers.Softmax(name="classes"),
        ]
    ),
)


def keras2(name, source):
    """The same model as Keras 2 would have written it: another JSON, and other names for the weights."""
    with h5py.File(os.path.join(folder, source + ".h5")) as old, h5py.File(os.path.join(folder, name + ".h5"), "w") as new:
        model = json.loads(old.attrs["model_config"])
        config = model["config"]
        if model["class_name"] == "Functional":
            for layer in config["layers"]:
                tensors = []

                def walk(value):
                    if isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
                        tensors.append(list(value["config"]["keras_history"]) + [{}])
                    elif isinstance(value, dict):
                        [walk(v) for v in value.values()]
                    elif isinstance(value, list):
                        [walk(v) for v in value]

                walk([node["args"] for node in layer["inbound_nodes"]])
                layer["inbound_nodes"] = [tensors] if tensors else []
            for ends in ("input_layers", "output_layers"):
                if isinstance(config[ends][0], str):
                    config[ends] = [config[ends]]
        for layer in config["layers"]:
            for gone in ("module", "registered_name", "build_config"):
                layer.pop(gone, None)
            settings = layer["config"]
            if "batch_shape" in settings:
                settings["batch_input_shape"] = settings.pop("batch_shape")
            if isinstance(settings.get("dtype"), dict):
                settings["dtype"] = settings["dtype"]["config"]["name"]
            if layer["class_name"] == "LeakyReLU":
                settings["alpha"] = settings.pop("negative_slope")
        new.attrs["model_config"] = json.dumps(model).encode("utf8")
        new.attrs["keras_version"] = b"2.15.0"
        new.attrs["backend"] = b"tensorflow"
        weights = new.create_group("model_weights")
        names = [layer["config"]["name"] for layer in config["layers"]]
        weights.attrs["layer_names"] = [n.encode("utf8") for n in names if n in old["model_weights"]]
        for layer in names:
            if layer not in old["model_weights"]:
                continue
            group = weights.create_group(layer)
            paths = []
            def copy(path, item):
                if isinstance(item, h5py.Dataset):
                    short = layer + "/" + path.split("/")[-1] + ":0"
                    paths.append(short.encode("utf8"))
                    group.create_dataset(short, data=item[()])
            old["model_weights"][layer].visititems(copy)
            group.attrs["weight_names"] = paths
    with open(os.path.join(folder, source + ".expected.json")) as old, open(os.path.join(folder, name + ".expected.json"), "w") as new:
        new.write(old.read())


keras2("keras2-sequential", "keras3-sequential")
keras2("keras2-functional", "keras3-functional")
